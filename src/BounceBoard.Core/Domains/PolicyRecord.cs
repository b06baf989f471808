namespace BounceBoard.Core.Domains;

/// <summary>The strict list of fields that the records of MTA-STS and TLS-RPT share (RFC 8461 §3.1, RFC 8460 §3).</summary>
internal static class PolicyRecord
{
    private const int LongestName = 32;
    private const string White = " \t";

    /// <summary>Reads <c>v=VERSION; name=value; …</c>: exact version first, fields separated by semicolons, the last one optional.</summary>
    /// <returns>The fields behind the version, or null with the problem.</returns>
    public static IReadOnlyList<(string Name, string Value)>? Read(string text, string version, out string problem)
    {
        var pieces = text.Split(';');
        problem = pieces[0].TrimEnd(White.ToCharArray()) == $"v={version}" ? "" : $"The record does not begin with v={version}.";
        List<(string, string)> fields = [];
        for (var i = 1; i < pieces.Length && problem.Length == 0; i++)
        {
            var piece = pieces[i].Trim(White.ToCharArray());
            if (piece.Length == 0 && i == pieces.Length - 1)
            {
                break;
            }
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? ("", piece) : (piece[..equals], piece[(equals + 1)..]);
            problem = !IsName(name) ? $"\"{piece}\" is no field: a name of at most {LongestName} letters, digits, \"_\", \"-\" and \".\", then \"=\"."
                : value.Length == 0 ? $"The field {name} has no value."
                : "";
            fields.Add((name, value));
        }
        return problem.Length == 0 ? fields : null;
    }

    /// <summary>A field that nobody has defined yet: printable ASCII without an equals sign, spaces or semicolons (RFC 8461 §3.1).</summary>
    public static bool IsExtensionValue(string value) => value.All(c => c is > ' ' and <= '~' and not ('=' or ';'));

    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}
