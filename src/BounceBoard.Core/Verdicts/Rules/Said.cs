using System.Globalization;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>Numbers, times and codes as the sentences of a finding write them.</summary>
internal static class Said
{
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Count(long number, string one, string many) => $"{number.ToString("N0", CultureInfo.InvariantCulture)} {(number == 1 ? one : many)}";

    public static string People(int number) => Count(number, "person", "people");

    public static string Deliveries(long number) => Count(number, "delivery", "deliveries");

    /// <summary>Reply code and enhanced status as far as known: <c>550 5.7.1</c>.</summary>
    public static string Codes(RefusalFacts facts) => (facts.ReplyCode, facts.Status) switch
    {
        ({ } code, { } status) => $"{code} {status}",
        ({ } code, null) => code.ToString(CultureInfo.InvariantCulture),
        (null, { } status) => status,
        (null, null) => "no code",
    };

    /// <summary>The server as the evidence names it.</summary>
    public static string Server(RefusalFacts facts) => (facts.Endpoint.Name, facts.Endpoint.Ip) switch
    {
        ({ } name, { } ip) => $"{name} ({ip})",
        ({ } name, null) => name,
        (null, { } ip) => ip.ToString(),
        (null, null) => "a server that the evidence does not name",
    };
}
