using BounceBoard.Architecture.Tests.Plan;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>A rule about files: the house keeps it, and it is able to fail.</summary>
public abstract class HouseRule
{
    /// <summary>A file that breaks the rule.</summary>
    private protected abstract SourceFile BadSample { get; }

    /// <summary>A file that comes close and keeps it.</summary>
    private protected abstract SourceFile GoodSample { get; }

    private protected abstract bool Applies(SourceFile file);

    /// <summary>Each begins with the path, so an editor opens it and an exemption can name it.</summary>
    private protected abstract IEnumerable<string> Faults(SourceFile file);

    [Fact]
    public void House_AsItStands_KeepsTheRule()
    {
        var exempt = Exemptions.All.Where(it => it.Rule == GetType().Name).ToList();
        var faults = Repository.Files.SelectMany(Judge).ToList();
        var open = faults.Where(fault => !exempt.Any(it => fault.StartsWith(it.Fault, StringComparison.Ordinal)));
        var needless = exempt.Where(it => !faults.Any(fault => fault.StartsWith(it.Fault, StringComparison.Ordinal)));
        var all = open.Concat(needless.Select(it => $"exemption no longer needed: {it.Fault}")).Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all.Prepend($"{GetType().Name}: {all.Count} faults")));
    }

    [Fact]
    public void BadSample_IsRefused() => Assert.NotEmpty(Judge(BadSample));

    [Fact]
    public void GoodSample_IsAccepted() => Assert.Empty(Judge(GoodSample));

    private protected static SourceFile Sample(string path, string text) => new(path, text);

    private IEnumerable<string> Judge(SourceFile file) => Applies(file) ? Faults(file) : [];
}
