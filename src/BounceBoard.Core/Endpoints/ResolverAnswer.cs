using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Endpoints;

/// <summary>A resolver with its newest answer at the time compared; null when it had not been asked by then.</summary>
internal sealed record ResolverAnswer(string Resolver, MxObservation? Current);
