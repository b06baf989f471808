using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Unpacking;
using BounceBoard.Operations.Users;

namespace BounceBoard.Operations.Evidence;

/// <summary>One call of the intake.</summary>
/// <param name="Stream">Makes the names of logs unique: two uploads of <c>mail.log</c> are two logs.</param>
/// <param name="Verified">Which items their source vouches for.</param>
internal sealed record IntakeRequest(
    TenantId Tenant, long SourceId, string Name, string Stream, Func<EvidenceItem, bool> Verified, Actor Actor);
