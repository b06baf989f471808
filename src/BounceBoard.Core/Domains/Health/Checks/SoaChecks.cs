using System.Globalization;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The SOA record: the same version of the zone everywhere, and times with which the servers keep up (RFC 1912 §2.2, RFC 2308 §5).</summary>
internal static class SoaChecks
{
    private const long Day = 86_400;

    /// <summary>Under five minutes secondaries ask without end; far above the half day of RFC 1912 they lag behind for days.</summary>
    private const long ShortestRefresh = 300;

    private static readonly HealthRule Serial = new("soa-serial", CheckArea.Dns, "All name servers have the same version of the zone", "RFC 1912 §2.2");
    private static readonly HealthRule Times = new("soa-times", CheckArea.Dns, "The times of the SOA record are sound", "RFC 1912 §2.2, RFC 2308 §5");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var said = examined.Facts.NameServers.SelectMany(server => server.Answers.Where(answer => answer.Type == RecordType.Soa && answer.State == DnsState.Found && answer.Name == examined.Domain)
            .Select(answer => (server.Name, Numbers: NumbersOf(answer.Records[0])))).Where(one => one.Numbers.Count == 5).ToList();
        return [SerialOf(said), TimesOf(said.Count > 0 ? said[0].Numbers : examined.Ask(examined.Domain, RecordType.Soa) is { Records: [var text, ..] } ? NumbersOf(text) : [], examined)];
    }

    private static Judged SerialOf(List<(string Name, IReadOnlyList<long> Numbers)> said)
    {
        var versions = said.GroupBy(one => one.Numbers[0]).OrderByDescending(group => group.Key).Select(group => $"{group.Key} at {string.Join(", ", group.Select(one => one.Name).Distinct())}.").ToList();
        return said.Select(one => one.Name).Distinct().Count() < 2 ? Serial.NotApplicable("Fewer than two servers said their version.")
            : versions.Count == 1 ? Serial.Pass(versions)
            : Serial.Warn(Advice.Of("The name servers hold different versions of the zone.", "For some minutes after a change that is usual; when it lasts, a server gets no new versions and stops answering in the end.",
                "Check again in half an hour.", "Then look at the transfer between the servers, and that the serial number rises with each change."), versions);
    }

    private static Judged TimesOf(IReadOnlyList<long> numbers, Examined examined)
    {
        if (numbers.Count < 5)
        {
            return examined.Ask(examined.Domain, RecordType.Soa) is { State: DnsState.Unknown } open ? Times.Unknown(Examined.Unanswered(open)) : Times.NotApplicable("The name is no zone of its own.");
        }
        var (refresh, retry, expire, minimum) = (numbers[1], numbers[2], numbers[3], numbers[4]);
        string?[] odd =
        [
            refresh < ShortestRefresh ? $"Refresh is {refresh} s; 20 minutes to 12 hours are the advice." : refresh > Day ? $"Refresh is {refresh} s: a secondary that misses a notice lags for more than a day." : null,
            retry > refresh ? $"Retry ({retry} s) is longer than refresh ({refresh} s), so that it never counts." : null,
            expire < refresh + retry ? $"Expire ({expire} s) is over before refresh and retry ({refresh} s, {retry} s): a secondary gives the zone up at the first failure." : null,
            minimum > Day ? $"What does not exist is remembered for {minimum} s; one to three hours are the advice." : null,
        ];
        List<string> faults = [.. odd.OfType<string>()];
        return faults.Count == 0 ? Times.Pass(string.Create(CultureInfo.InvariantCulture, $"Refresh {refresh} s, retry {retry} s, expire {expire} s, negative answers {minimum} s."))
            : Times.Warn(Advice.Of("A time in the SOA record works against the servers.", "A new record is seen late, or the zone is lost when one server is away.", "Set refresh to some hours, retry to a part of it, expire to two to four weeks, and the last number to an hour."), faults);
    }

    private static IReadOnlyList<long> NumbersOf(string soa) =>
        [.. soa.Split(' ').Skip(2).Select(word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(number => number >= 0)];
}
