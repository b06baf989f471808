using BounceBoard.Core.Domains;

namespace BounceBoard.Dns.Domains;

/// <summary>What is asked of a domain before any answer is known, besides what the rules ask.</summary>
internal static class FirstQuestions
{
    public static IEnumerable<RecordQuestion> For(ExamSubject subject)
    {
        var domain = subject.Domain.Value;
        return [
            // Where the zone of a subdomain is cut, and which CAA speaks for it, is said above it (RFC 8659 §3).
            .. NamesAbove.BelowTop(domain).SelectMany(parent => new[] { new RecordQuestion(parent, RecordType.Ns), new RecordQuestion(parent, RecordType.Caa) }),
            new($"mta-sts.{domain}", RecordType.A), new($"mta-sts.{domain}", RecordType.Aaaa), new($"mta-sts.{domain}", RecordType.Caa),
            .. subject.SendingHosts.Select(host => host.Helo?.TrimEnd('.')).OfType<string>().SelectMany(
                helo => new[] { RecordType.A, RecordType.Aaaa, RecordType.Txt }.Select(type => new RecordQuestion(helo, type))),
        ];
    }
}
