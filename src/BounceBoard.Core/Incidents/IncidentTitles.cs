using BounceBoard.Core.Bounces;
using BounceBoard.Core.Verdicts;
using BounceBoard.Core.Verdicts.Rules;

namespace BounceBoard.Core.Incidents;

/// <summary>One line that says what an incident is about.</summary>
public static class IncidentTitles
{
    /// <summary>The title while nothing is decided: <c>Relay refusals at bigmaildns.test</c>.</summary>
    public static string Of(IncidentFingerprint fingerprint)
    {
        var name = fingerprint.ScopeName.Length == 0 ? "an unnamed server" : fingerprint.ScopeName;
        return fingerprint.Scope switch
        {
            IncidentScope.OwnRelay => $"{Family(fingerprint.Family)} from our own relay {name}",
            IncidentScope.Provider => $"{Family(fingerprint.Family)} at {name}",
            IncidentScope.RecipientDomain => $"{Family(fingerprint.Family)} for {name}",
        };
    }

    /// <summary>The title once the rules named a cause.</summary>
    public static string Of(IncidentFingerprint fingerprint, Finding finding) => finding.SubCause == GatewayRules.BehindGateway ? $"{Of(fingerprint)}, said by a server behind" : finding.Cause switch
    {
        Cause.WrongMx => $"{fingerprint.ScopeName}: mail goes to a server that is not its MX",
        Cause.PinnedRoute => $"{fingerprint.ScopeName}: a configured route overrides its MX",
        Cause.ReceiverMisconfigured => $"{fingerprint.ScopeName}: its MX does not know the domain",
        Cause.Undetermined or Cause.RelayPolicy or Cause.BadAddress or Cause.ReceiverIncident or Cause.OtherPolicy => Of(fingerprint),
    };

    private static string Family(RefusalFamily family) => family switch
    {
        RefusalFamily.Relay => "Relay refusals",
        RefusalFamily.Mailbox => "Mailbox refusals",
        RefusalFamily.Domain => "Domain refusals",
        RefusalFamily.Policy => "Policy refusals",
        RefusalFamily.Reputation => "Reputation refusals",
        RefusalFamily.Content => "Content refusals",
        RefusalFamily.Capacity => "Capacity refusals",
        RefusalFamily.Network => "Connection failures",
        RefusalFamily.System => "Mail system failures",
        RefusalFamily.Other => "Other refusals",
    };
}
