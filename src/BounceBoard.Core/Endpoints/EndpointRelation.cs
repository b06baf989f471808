namespace BounceBoard.Core.Endpoints;

/// <summary>Whose server refused, compared with the recipient domain's MX.</summary>
public enum EndpointRelation
{
    Unknown,
    OwnRelay,
    CurrentMx,
    CurrentMxRotating,
    FormerMx,
    Pinned,
    ImplicitMx,
    Foreign,
    NoMx,
    NullMx,
    NoDomain,
}
