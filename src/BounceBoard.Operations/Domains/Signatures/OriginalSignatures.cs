using BounceBoard.Core.Bounces;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Dns.Resolving;
using BounceBoard.Mail.Domains.Dkim;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Domains.Signatures;

/// <summary>The signatures of mails that bounced, as far as evidence returns the mails.</summary>
public sealed class OriginalSignatures(EvidenceReader evidence, TenantAccess access, ResolverSet resolvers, TimeProvider time)
{
    /// <summary>Looks at what is there; asks nobody.</summary>
    /// <returns>Null when the evidence returns no mail that was signed.</returns>
    public async Task<OriginalLook?> LookAsync(TenantId tenant, long evidenceId, CancellationToken cancellationToken)
    {
        if (await FindAsync(tenant, evidenceId, cancellationToken) is not { } original)
        {
            return null;
        }
        var signed = DkimMessageVerifier.Verify(original.Mail, new DnsSnapshot(), time.GetUtcNow()).Results;
        return signed.Count == 0 ? null : new OriginalLook(original.HasBody, [.. signed.Select(result => new SignedBy(result.Domain, result.Selector)).Distinct()]);
    }

    /// <summary>Verifies the signatures with the keys that stand in DNS now, which may be others than when the mail was sent.</summary>
    public async Task<OperationResult<MessageReport>> VerifyAsync(Actor actor, TenantId tenant, long evidenceId, CancellationToken cancellationToken)
    {
        var decision = await access.RequireAsync(actor, tenant, TenantAction.HandleIncidents, cancellationToken);
        if (decision is not AccessDecision.Allowed allowed)
        {
            return new OperationResult.Refused(decision.Problem ?? "Not allowed.");
        }
        if (allowed.Tenant.IsDemo)
        {
            return new OperationResult.Refused("Sample data carries recorded DNS answers; live DNS is not asked for it.");
        }
        if (await FindAsync(tenant, evidenceId, cancellationToken) is not { HasBody: true } original)
        {
            return new OperationResult.Refused("This evidence does not hold the whole mail, so its signatures cannot be verified.");
        }
        return resolvers.All is [var resolver, ..]
            ? await new MessageVerification(resolver, time).VerifyAsync(original.Mail, time.GetUtcNow(), cancellationToken)
            : new OperationResult.Refused("No resolver is set up; see the section Dns of the settings.");
    }

    private async Task<ReturnedOriginal?> FindAsync(TenantId tenant, long evidenceId, CancellationToken cancellationToken) =>
        await evidence.FindAsync(tenant, evidenceId, cancellationToken) is { Kind: EvidenceKind.Mail }
        && await evidence.ContentAsync(tenant, evidenceId, cancellationToken) is { } content
            ? ReturnedOriginal.Find(content)
            : null;
}
