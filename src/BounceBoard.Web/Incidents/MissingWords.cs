namespace BounceBoard.Web.Incidents;

/// <summary>What a finding misses, as a sentence that says where it would come from.</summary>
internal static class MissingWords
{
    public static string Of(string missing) => missing switch
    {
        "remoteIp" => "The address of the server that refused: a delivery log or the DSN's remote MTA names it.",
        "deliveries" => "What was delivered to the same domain: upload the delivery log of the same hours.",
        "replyText" => "The text of the reply.",
        "routes" => "The configured routes: paste the transport table or route list under routes.",
        "mxThen" => "What DNS said when it was refused: the domain was first asked later.",
        "verification" => "A source that vouches for it: a delivery log, or a DSN that matches a message we know of.",
        "mx" => "A usable DNS answer for the recipient's domain.",
        _ => missing.Length == 0 ? missing : char.ToUpperInvariant(missing[0]) + missing[1..] + ".",
    };
}
