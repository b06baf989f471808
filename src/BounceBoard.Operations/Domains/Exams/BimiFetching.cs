using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Bimi;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Operations.Outside;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Fetches the picture and the certificate that the record of BIMI names.</summary>
internal sealed class BimiFetching(GuardedFetch fetch, TimeProvider time)
{
    /// <summary>A picture should have at most 32 kB; how much too large it is can be told up to this size.</summary>
    public const int MostPictureBytes = 1024 * 1024;

    /// <summary>A certificate that holds the picture has about 20 kB.</summary>
    public const int MostCertificateBytes = 256 * 1024;

    /// <returns>Null where there is nothing to fetch.</returns>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<BimiFact?> FetchAsync(DomainFacts facts, CancellationToken cancellationToken)
    {
        var records = facts.Dns.Find($"default._bimi.{facts.Domain}", RecordType.Txt)?.Records.Where(BimiRecord.IsRecord).ToList() ?? [];
        if (records is not [var text])
        {
            return null;
        }
        var record = BimiRecord.Of(text);
        var picture = PictureAsync(record.Picture, facts.Resolver, cancellationToken);
        var certificate = CertificateAsync(record.Proof, facts.Resolver, cancellationToken);
        var fact = new BimiFact(await picture, await certificate);
        return fact is { Picture: null, Certificate: null } ? null : fact;
    }

    private async Task<PictureFact?> PictureAsync(string? text, string resolverName, CancellationToken cancellationToken)
    {
        if (text is null || BimiRecord.AddressOf(text) is not { } address)
        {
            return null;
        }
        var answer = await fetch.FollowOnceAsync(new OutsideQuestion(address, MostPictureBytes), resolverName, cancellationToken);
        var body = answer.Body;
        var isEmpty = answer.Problem.Length == 0 && body.Length == 0;
        return new PictureFact(
            text, answer.MediaType, body.Length, body.Length <= PictureFact.MostKept ? Encoding.UTF8.GetString(body) : "",
            body.Length > 0 ? Convert.ToHexStringLower(SHA256.HashData(body)) : "", isEmpty ? $"{address.Host} answers with nothing." : answer.Problem, answer.IsUnknown);
    }

    private async Task<MarkCertificateFact?> CertificateAsync(string text, string resolverName, CancellationToken cancellationToken)
    {
        if (BimiRecord.AddressOf(text) is not { } address)
        {
            return null;
        }
        var answer = await fetch.FollowOnceAsync(new OutsideQuestion(address, MostCertificateBytes), resolverName, cancellationToken);
        return answer.Problem.Length > 0 ? new MarkCertificateFact { Address = text, Problem = answer.Problem, IsUnknown = answer.IsUnknown }
            : MarkCertificate.Read(text, Encoding.UTF8.GetString(answer.Body), time.GetUtcNow());
    }
}
