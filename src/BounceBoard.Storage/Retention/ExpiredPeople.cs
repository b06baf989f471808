namespace BounceBoard.Storage.Retention;

/// <summary>One range of old refusals whose people were looked at.</summary>
/// <param name="Last">Id of the range's last refusal.</param>
/// <param name="Refusals">In the range.</param>
/// <param name="People">Removed.</param>
public sealed record ExpiredPeople(long Last, int Refusals, int People);
