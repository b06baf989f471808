namespace BounceBoard.Core.Domains.Spf;

/// <summary>Finds the one SPF record among the TXT records of a name (RFC 7208 §4.4, §4.5).</summary>
internal static class RecordSelection
{
    /// <param name="result">Where there is no single record: none, temperror or permerror.</param>
    public static SpfRecord? Select(RecordAnswer answer, out SpfResult result, out string problem)
    {
        (result, problem) = (SpfResult.None, "");
        if (answer.State == DnsState.Unknown)
        {
            (result, problem) = (SpfResult.Temperror, $"DNS gave no answer for {answer.Name} {answer.Type.ToString().ToUpperInvariant()}: {answer.Rcode}.");
            return null;
        }
        string? found = null;
        foreach (var text in answer.Records)
        {
            if (!SpfRecord.IsRecord(text))
            {
                continue;
            }
            if (found is not null)
            {
                (result, problem) = (SpfResult.Permerror, $"{answer.Name} has more than one SPF record (RFC 7208 §4.5).");
                return null;
            }
            found = text;
        }
        problem = found is null ? $"{answer.Name} has no SPF record." : "";
        return found is null ? null : SpfParser.Parse(found);
    }
}
