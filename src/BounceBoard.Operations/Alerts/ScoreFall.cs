using System.Globalization;

namespace BounceBoard.Operations.Alerts;

/// <summary>A fall of a domain's score as an episode of alerts: each destination is told once of a fall from one height, when it is as deep as it wants.</summary>
/// <param name="Top">The examination with the score it fell from.</param>
/// <param name="Points">How deep it is at least.</param>
internal readonly record struct ScoreFall(long Top, int Points)
{
    public string Episode => string.Create(CultureInfo.InvariantCulture, $"{Top}:{Points}");

    /// <param name="episode">Of an alert; one that was raised before destinations had a choice names no points.</param>
    public static ScoreFall Of(string episode) => episode.Split(':') switch
    {
        [var top, var points] => new(long.Parse(top, CultureInfo.InvariantCulture), int.Parse(points, CultureInfo.InvariantCulture)),
        _ => new(long.Parse(episode, CultureInfo.InvariantCulture), Core.Alerts.AlertFilter.UsualDrop),
    };
}
