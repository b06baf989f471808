using BounceBoard.Core.Endpoints;

namespace BounceBoard.Web.Components;

/// <summary>A relation as a person says it, in the middle of a sentence.</summary>
internal static class EndpointWords
{
    public static string Of(EndpointRelation relation) => relation switch
    {
        EndpointRelation.Unknown => "not known",
        EndpointRelation.OwnRelay => "our own relay",
        EndpointRelation.CurrentMx => "in MX",
        EndpointRelation.CurrentMxRotating => "in MX, addresses rotate",
        EndpointRelation.FormerMx => "former MX",
        EndpointRelation.Pinned => "pinned route",
        EndpointRelation.ImplicitMx => "the domain's own address, no MX",
        EndpointRelation.Foreign => "not in MX",
        EndpointRelation.NoMx => "domain has no MX",
        EndpointRelation.NullMx => "domain takes no mail",
        EndpointRelation.NoDomain => "domain does not exist",
    };
}
