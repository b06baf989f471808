using System.Globalization;
using BounceBoard.Core.Domains;

namespace BounceBoard.Web.Incidents;

/// <summary>Lays the observed MX answers out on one time axis.</summary>
/// <param name="FirstRefusal">Per cent of the width at which the first refusal stands.</param>
/// <param name="LastRefusal">Per cent of the width.</param>
public sealed record MxTimelineChart(
    DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<MxTimelineRow> Rows, double FirstRefusal, double LastRefusal)
{
    private const double NarrowestBar = 0.8;
    private static readonly TimeSpan LeastShown = TimeSpan.FromHours(2);

    public static MxTimelineChart Of(
        IReadOnlyList<MxObservation> observations, DateTimeOffset firstRefusal, DateTimeOffset lastRefusal, DateTimeOffset now)
    {
        var until = observations.Select(observation => observation.SeenUntil).Append(lastRefusal).Max();
        until = until > now || until <= firstRefusal ? now : until;
        // The refusals are what the answers are held against: as much again before the first as after it, and older answers are cut off at the left.
        var shown = Max(until - firstRefusal, LeastShown);
        var earliest = observations.Select(observation => observation.From).Append(firstRefusal).Min();
        var from = Max(firstRefusal - shown, earliest - shown / 20);
        var end = until + shown / 20;
        var sets = Sets(observations);
        return new(from, end,
            [.. observations.GroupBy(observation => observation.Resolver).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Row)],
            Percent(firstRefusal), Percent(lastRefusal));

        MxTimelineRow Row(IGrouping<string, MxObservation> group) =>
            new(group.Key, [.. group.Where(observation => observation.SeenUntil >= from).OrderBy(observation => observation.From).Select(Bar)]);

        MxSpan Bar(MxObservation observation)
        {
            var left = Percent(observation.From);
            var width = Math.Max(NarrowestBar, Percent(observation.SeenUntil) - left);
            return new(observation, sets[Key(observation.Answer)], Math.Min(left, 100 - NarrowestBar), Math.Min(width, 100 - left));
        }

        double Percent(DateTimeOffset at) =>
            end <= from ? 0 : Math.Clamp((at - from) / (end - from) * 100, 0, 100);
    }

    private static T Max<T>(T one, T other)
        where T : IComparable<T> => one.CompareTo(other) > 0 ? one : other;

    private static Dictionary<string, int> Sets(IReadOnlyList<MxObservation> observations)
    {
        var sets = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var observation in observations.OrderBy(observation => observation.From))
        {
            sets.TryAdd(Key(observation.Answer), sets.Count + 1);
        }
        return sets;
    }

    private static string Key(MxAnswer answer) =>
        string.Join('|', MxAnswerText.Hosts(answer).Concat(MxAnswerText.Addresses(answer))) + answer.State.ToString();

    /// <summary>A percentage for a style attribute.</summary>
    public static string Css(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.##}%");
}
