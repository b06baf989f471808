using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Dns.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.Mail.Domains.Dkim;

namespace BounceBoard.Operations.Domains.Signatures;

/// <summary>Verifies the DKIM signatures of a mail with live answers of one resolver.</summary>
public sealed class MessageVerification(IMxResolver resolver, TimeProvider time)
{
    /// <summary>What is unanswered after this is a temperror.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SnapshotFetch _fetch = new(resolver);

    /// <param name="mail">The whole mail as received.</param>
    /// <param name="at">As of when expiry is judged.</param>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<MessageReport> VerifyAsync(ReadOnlyMemory<byte> mail, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (snapshot, author) = (new DnsSnapshot(), MessageAuthor.DomainOf(mail));
        using var deadline = new CancellationTokenSource(Patience, time);
        while (true)
        {
            var verification = DkimMessageVerifier.Verify(mail, snapshot, at);
            List<RecordQuestion> missing = [.. verification.Missing.Union(Alignment(author, verification)).Where(question => snapshot.Find(question.Name, question.Type) is null)];
            if (missing.Count == 0)
            {
                return ReportOf(author, verification, snapshot, at);
            }
            await _fetch.AddAsync(snapshot, missing, deadline.Token, cancellationToken);
        }
    }

    // Each domain's organizational domain is found by a walk of its own (RFC 9989 §4.10.2).
    private static IEnumerable<RecordQuestion> Alignment(string? author, DkimVerification verification) => author is null || verification.Results.Count == 0
        ? []
        : verification.Results.Where(result => result.Signature.KeyQuestion is not null).Select(result => result.Domain).Append(author).Distinct(StringComparer.Ordinal)
            .SelectMany(TreeWalk.NamesFor).Select(name => new RecordQuestion(TreeWalk.RecordName(name), RecordType.Txt)).Append(new RecordQuestion(author, RecordType.A)).Distinct();

    private MessageReport ReportOf(string? author, DkimVerification verification, DnsSnapshot snapshot, DateTimeOffset at)
    {
        var policy = author is null ? null : PolicyDiscovery.For(author, snapshot);
        bool? IsAligned(DkimSignatureResult result) => policy is null || result.Signature.KeyQuestion is null ? null
            : DmarcAlignment.IsAligned(policy.Walk, TreeWalk.From(result.Domain, snapshot), policy.Record?.IsDkimStrict == true);
        return new MessageReport(
            author, verification.Result, [.. verification.Results.Select(result => new SignatureReport(result, IsAligned(result)))], resolver.Name, at);
    }
}
