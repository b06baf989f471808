using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.ApiTokens;

/// <summary>The scopes a token can have and the actions each opens.</summary>
public static class TokenScopes
{
    /// <summary>Read incidents, verdicts, evidence and domains; recipients are masked.</summary>
    public const string Read = "read";

    /// <summary>Read recipients unmasked.</summary>
    public const string Recipients = "recipients";

    /// <summary>Send evidence in.</summary>
    public const string Ingest = "ingest";

    /// <summary>Read and export the audit log.</summary>
    public const string Audit = "audit";

    /// <summary>Ask who gets no mail, address by address or the whole list.</summary>
    public const string SuppressionsRead = "suppressions:read";

    /// <summary>Add addresses to the suppression list.</summary>
    public const string SuppressionsWrite = "suppressions:write";

    /// <summary>Tell what became of controlled retries that a platform sent.</summary>
    public const string RetryOutcome = "retry:outcome";

    public static IReadOnlyList<string> All { get; } = [Read, Recipients, Ingest, Audit, SuppressionsRead, SuppressionsWrite, RetryOutcome];

    // Actions that are not named here are never open to a token.
    internal static bool Allow(IReadOnlyList<string> scopes, TenantAction action) => action switch
    {
        TenantAction.See => scopes.Contains(Read),
        TenantAction.SeeRecipients => scopes.Contains(Recipients),
        TenantAction.UploadEvidence => scopes.Contains(Ingest),
        TenantAction.ReadAudit => scopes.Contains(Audit),
        TenantAction.ReportOutcomes => scopes.Contains(RetryOutcome),
        TenantAction.Suppress => scopes.Contains(SuppressionsWrite),
        _ => false,
    };
}
