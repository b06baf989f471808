namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>All rules in the order in which they are tried: whose server refused comes before what it said.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<VerdictRule> Rules { get; } =
    [
        .. RouteRules.Corrected,
        .. NoMailDomainRules.All,
        .. GatewayRules.BeforeRoutes,
        .. OwnRelayRules.All,
        .. RouteRules.Wrong,
        .. UnknownServerRules.All,
        // From here on the server is one that should be handling the domain.
        .. OtherPolicyRules.Named,
        .. PermissionRules.Plain,
        .. ReceiverRules.OneHost,
        .. ReceiverRules.Incident,
        .. GatewayRules.AtReceiver,
        .. AddressRules.Served,
        .. PermissionRules.Standing,
        .. ReceiverRules.Misconfigured,
        .. AddressRules.All,
        .. OtherPolicyRules.Rest,
    ];
}
