using System.Globalization;
using System.Text;

namespace BounceBoard.Web.Domains.Health;

/// <summary>Geometry of the line of scores: 1000 units wide for the whole time, 100 high for 0 to 100.</summary>
/// <param name="Line">Path of the scores; each holds until the next examination.</param>
/// <param name="Band">Path of the ranges.</param>
/// <param name="Gaps">Left edge and width of the times in which nothing was known.</param>
public sealed record ScoreLine(string Line, string Band, IReadOnlyList<(double Left, double Width)> Gaps)
{
    private const double Width = 1000;

    /// <param name="points">Oldest first.</param>
    public static ScoreLine Of(IReadOnlyList<ScorePoint> points, DateTimeOffset from, DateTimeOffset until)
    {
        var (line, band, gaps) = (new StringBuilder(), new StringBuilder(), new List<(double, double)>());
        for (var i = 0; i < points.Count; i++)
        {
            var (left, right) = (X(points[i].At, from, until), i + 1 < points.Count ? X(points[i + 1].At, from, until) : Width);
            if (points[i].Value is not { } value)
            {
                gaps.Add((left, right - left));
                continue;
            }
            // A step joins its neighbour; behind a gap the line begins anew.
            line.Append(CultureInfo.InvariantCulture, $"{(i > 0 && points[i - 1].Value is not null ? 'L' : 'M')}{left:0.#} {100 - value}H{right:0.#}");
            band.Append(CultureInfo.InvariantCulture, $"M{left:0.#} {100 - points[i].High}H{right:0.#}V{100 - points[i].Low}H{left:0.#}Z");
        }
        return new ScoreLine(line.ToString(), band.ToString(), gaps);
    }

    /// <summary>Where a moment stands, 0 to 1000.</summary>
    public static double X(DateTimeOffset at, DateTimeOffset from, DateTimeOffset until) =>
        until <= from ? 0 : Math.Clamp(Width * (at - from).TotalSeconds / (until - from).TotalSeconds, 0, Width);
}
