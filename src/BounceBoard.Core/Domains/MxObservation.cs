namespace BounceBoard.Core.Domains;

/// <summary>An answer as an interval: this resolver said this from <see cref="From"/> and last at <see cref="SeenUntil"/>.</summary>
/// <param name="Id">Row of the observation; 0 when not stored.</param>
/// <param name="Resolver">Name of the resolver, for example <c>system</c>, <c>1.1.1.1</c>, <c>authoritative</c>.</param>
public sealed record MxObservation(long Id, string Resolver, DateTimeOffset From, DateTimeOffset SeenUntil, MxAnswer Answer);
