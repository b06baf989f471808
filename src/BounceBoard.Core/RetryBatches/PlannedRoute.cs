using BounceBoard.Core.SendingRoutes;

namespace BounceBoard.Core.RetryBatches;

/// <summary>The route as it was when the plan was made; another revision voids the plan.</summary>
/// <param name="Where">For people: <c>relay.example.net:587, STARTTLS</c>, or <c>MX of each domain</c>.</param>
public sealed record PlannedRoute(long Id, string Name, SendingRouteKind Kind, long Revision, string Where, bool Tested);
