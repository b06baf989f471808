using System.Globalization;

namespace BounceBoard.Core.Domains.Health.Scoring;

/// <summary>How the points of a line came about, as a sentence.</summary>
internal static class ReasonText
{
    public static string Of(FormulaLine line, IReadOnlyList<Judged> holders)
    {
        List<string> words = [.. holders.Select(holder => LossOf(line, holder)).OfType<string>(), .. holders.Where(holder => IsOpen(line, holder)).Select(holder => $"not known: {NameOf(holder)}")];
        return words.Count > 0 ? $"{string.Join("; ", words)}." : holders.Count == 0 ? "Not known: nothing was asked." : "All points won.";
    }

    private static string? LossOf(FormulaLine line, Judged holder)
    {
        var lost = line.Most * holder.Stakes.Where(stake => stake.Part == line.Id).Sum(stake => stake.Share * (1 - stake.Won - stake.Unknown));
        return lost < 0.005 ? null : string.Create(CultureInfo.InvariantCulture, $"−{lost:0.##} {NameOf(holder)}");
    }

    private static bool IsOpen(FormulaLine line, Judged holder) => holder.Stakes.Any(stake => stake.Part == line.Id && stake.Share * stake.Unknown > 0);

    private static string NameOf(Judged holder) => holder.Check.Subject.Length == 0 ? holder.Check.Title : $"{holder.Check.Title} ({holder.Check.Subject})";
}
