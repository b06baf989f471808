using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BounceBoard.Web.Api;

/// <summary>Reads the files of a request as a stream, without a temporary copy: the body itself, or the parts of multipart/form-data.</summary>
internal static class RequestParts
{
    private const int MostParts = 1_000;
    private const int LongestName = 200;

    public static async IAsyncEnumerable<RequestPart> ReadAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            yield return new RequestPart(Name(request.Headers["X-File-Name"].ToString()), request.Body);
            yield break;
        }
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 70)
        {
            throw new BadHttpRequestException("The multipart body has no usable boundary (RFC 2046 section 5.1.1).");
        }
        var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 16 * 1024 };
        for (var part = 0; await NextAsync(reader, cancellationToken) is { } section; part++)
        {
            if (part == MostParts)
            {
                throw new BadHttpRequestException($"The request has more than {MostParts} parts. Those before are stored; send the others in a request of their own.");
            }
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.IsFileDisposition())
            {
                yield return new RequestPart(Name((disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? ""), section.Body);
            }
        }
    }

    // The reader's own faults are the sender's.
    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The multipart body is malformed.", fault);
        }
    }

    // A name for people: without folders and control characters.
    private static string Name(string given)
    {
        var name = new string([.. given.Trim('"').Split('/', '\\')[^1].Where(c => !char.IsControl(c)).Take(LongestName)]);
        return name.Length == 0 ? "request" : name;
    }
}
