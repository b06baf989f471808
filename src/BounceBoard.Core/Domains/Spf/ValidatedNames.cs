using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Domains.Spf;

/// <summary>Names of the client: those of its PTR records that lead back to its address (RFC 7208 §5.5).</summary>
internal sealed class ValidatedNames(SpfRun run)
{
    /// <summary>PTR names that are looked at; further ones are ignored, the check goes on (RFC 7208 §4.6.4).</summary>
    private const int MostNames = 10;

    private List<string>? _names;

    /// <summary>Answer to the PTR question, once it was asked.</summary>
    public RecordAnswer? Ptr { get; private set; }

    /// <summary>The names, as their PTR records spell them.</summary>
    /// <returns>Null while DNS was not asked.</returns>
    public IReadOnlyList<string>? Find()
    {
        if (_names is not null)
        {
            return _names;
        }
        Ptr = run.Ask(ReverseName.Of(run.Request.Ip.IsIPv4MappedToIPv6 ? run.Request.Ip.MapToIPv4() : run.Request.Ip), RecordType.Ptr);
        if (Ptr is null)
        {
            return null;
        }
        List<string> valid = [];
        var isWhole = true;
        // A failure is no error here: the name is skipped, and without a PTR answer there is no name (§5.5).
        foreach (var name in Ptr.Records.Take(MostNames).Select(TargetName.WithoutRootDot).Where(name => TargetName.CanExist(name)))
        {
            var answer = run.Ask(name, run.AddressType);
            isWhole &= answer is not null;
            if (answer is not null && AddressMatch.Any(answer, run.Client, run.Client.IsV6 ? 128 : 32))
                valid.Add(name);
        }
        _names = isWhole ? valid : null;
        return _names;
    }

    /// <summary>The macro <c>p</c>: the domain itself if it is one of the names, else one below it, else any, else <c>unknown</c> (§7.3).</summary>
    /// <returns>Null while DNS was not asked.</returns>
    public string? NameFor(string domain)
    {
        var names = Find();
        return names switch
        {
            null => null,
            [] => "unknown",
            [var first, ..] => names.FirstOrDefault(name => string.Equals(name, domain, StringComparison.OrdinalIgnoreCase))
                ?? names.FirstOrDefault(name => IsAtOrBelow(name, domain)) ?? first,
        };
    }

    public static bool IsAtOrBelow(string name, string domain) =>
        name.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (name.Length == domain.Length || name[^(domain.Length + 1)] == '.');
}
