using System.Text.RegularExpressions;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>Core is facts in, findings out: no waiting, no files, no network, no chance, no clock.</summary>
public sealed partial class PureCoreTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Core/A.cs", "class A { async Task BAsync() { } }");

    private protected override SourceFile GoodSample => Sample("src/BounceBoard.Core/A.cs", "class A { IPAddress? Address; }");

    private protected override bool Applies(SourceFile file) => file.Floor == "Core" && file.IsCSharp;

    private protected override IEnumerable<string> Faults(SourceFile file) => file.Lines(Impure);

    [GeneratedRegex(@"^[^/]*(\basync\b|\bawait\b|\bTask\b|\bValueTask\b|\bTimeProvider\b|\bRandom\b|\bGuid\.NewGuid|\bEnvironment\.|\bFile\.|\bStream\b|using System\.(IO|Net\.Http|Diagnostics);|\bSocket\b|\b(Tcp|Udp)Client\b)")]
    private static partial Regex Impure { get; }
}
