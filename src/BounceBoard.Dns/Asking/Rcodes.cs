using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>Response codes by the names people know (RFC 6895 §2.3), and words for failures that brought no response.</summary>
internal static class Rcodes
{
    public const string NoError = "NOERROR";
    public const string NoSuchDomain = "NXDOMAIN";
    public const string ServerFailure = "SERVFAIL";
    public const string Timeout = "TIMEOUT";
    public const string Unreachable = "UNREACHABLE";

    /// <summary>The reply could not be read, or answers another question than was asked.</summary>
    public const string BadReply = "BADREPLY";

    /// <summary>The server is named for the zone but does not speak for it.</summary>
    public const string Lame = "LAME";

    /// <summary>The server knows only that the name is an alias of one in another zone.</summary>
    public const string Alias = "ALIAS";

    /// <summary>No name server of the zone could be found.</summary>
    public const string NoServers = "NOSERVERS";

    /// <summary>The name cannot be asked for.</summary>
    public const string BadName = "BADNAME";

    public static string Of(DnsHeaderResponseCode code) => code switch
    {
        DnsHeaderResponseCode.NoError => NoError,
        DnsHeaderResponseCode.FormatError => "FORMERR",
        DnsHeaderResponseCode.ServerFailure => ServerFailure,
        DnsHeaderResponseCode.NotExistentDomain => NoSuchDomain,
        DnsHeaderResponseCode.NotImplemented => "NOTIMP",
        DnsHeaderResponseCode.Refused => "REFUSED",
        _ => $"RCODE{(int)code}",
    };
}
