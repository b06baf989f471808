using System.Globalization;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Bimi;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The picture and the certificate that the record of BIMI names.</summary>
internal static class BimiFileChecks
{
    private const int MostBytes = 32 * 1024;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    private static readonly HealthRule Picture = new("bimi-picture", CheckArea.Bimi, "The picture is of the kind that receivers show", "draft-svg-tiny-ps-abrotman §2");
    private static readonly HealthRule Certificate = new("bimi-certificate", CheckArea.Bimi, "The certificate vouches for the picture and the domain", "RFC 9399 §4.1");

    public static IEnumerable<Judged> Find(BimiRecord record, Examined examined)
    {
        var fact = examined.Facts.Bimi;
        if (BimiRecord.AddressOf(record.Picture) is not null)
        {
            yield return fact?.Picture is not { } picture || picture.Address != record.Picture ? Picture.Unknown("The picture was not fetched.")
                : picture.IsUnknown ? Picture.Unknown(picture.Problem) : OfPicture(picture);
        }
        if (BimiRecord.AddressOf(record.Proof) is not null)
        {
            yield return fact?.Certificate is not { } certificate || certificate.Address != record.Proof ? Certificate.Unknown("The certificate was not fetched.")
                : certificate.IsUnknown ? Certificate.Unknown(certificate.Problem) : OfCertificate(certificate, fact.Picture, examined);
        }
    }

    private static Judged OfPicture(PictureFact picture)
    {
        string[] asFile =
        [
            picture.Problem,
            picture.Problem.Length == 0 && picture.MediaType != "image/svg+xml" ? $"Media type \"{picture.MediaType}\", image/svg+xml is wanted." : "",
            picture.Size > MostBytes ? string.Create(CultureInfo.InvariantCulture, $"It has {picture.Size} bytes; at most {MostBytes} are wanted.") : "",
        ];
        List<string> problems = [.. asFile.Where(text => text.Length > 0), .. picture.Svg.Length > 0 ? SvgProfile.Problems(picture.Svg) : []];
        return problems.Count == 0 ? Picture.Pass(string.Create(CultureInfo.InvariantCulture, $"{picture.Address}: {picture.Size} bytes."))
            : Picture.Warn(Advice.Of("Receivers do not show this picture.", "The work on it has no effect.", "Correct what the evidence names.", "Save the drawing as SVG Tiny 1.2 and set version=\"1.2\" and baseProfile=\"tiny-ps\" at its root."), [picture.Address, .. problems]);
    }

    private static Judged OfCertificate(MarkCertificateFact certificate, PictureFact? picture, Examined examined)
    {
        var at = examined.Facts.At;
        List<string> evidence = certificate.Problem.Length > 0 ? [certificate.Address] :
        [
            string.Create(CultureInfo.InvariantCulture, $"{certificate.Address}: for {string.Join(", ", certificate.Names)}, from {certificate.Issuer}, {certificate.Begins:yyyy-MM-dd} to {certificate.Ends:yyyy-MM-dd}."),
            "Whether its authority is one that receivers trust was not judged.",
        ];
        List<string> problems = certificate.Problem.Length > 0 ? [certificate.Problem] : [.. Problems(certificate, picture, examined)];
        return problems.Count > 0
                ? Certificate.Warn(Advice.Of("Receivers that ask for a certificate show no picture.", "Gmail and Apple are among them.", "Correct what the evidence names; a changed picture needs a new certificate."), [.. problems, .. evidence])
            : certificate.Ends - at < Soon
                ? Certificate.Warn(Advice.Of("The certificate ends within 30 days.", "Afterwards receivers that ask for one show no picture.", "Order the next one; its authority needs days to look at the mark."), evidence)
            : picture is { Digest.Length: > 0 } ? Certificate.Pass(evidence) : Certificate.Unknown([.. evidence, "The picture was not fetched, so it was not compared."]);
    }

    private static IEnumerable<string> Problems(MarkCertificateFact certificate, PictureFact? picture, Examined examined)
    {
        var at = examined.Facts.At;
        var organization = OrganizationalDomain.Of(examined.Facts.Domain).Value;
        string[] wanted = [examined.Domain, organization, $"default._bimi.{examined.Domain}", $"default._bimi.{organization}"];
        string[] found =
        [
            at < certificate.Begins || at > certificate.Ends ? "The certificate is out of date." : "",
            certificate.Names.Intersect(wanted).Any() ? "" : $"The certificate does not name {examined.Domain}.",
            certificate.HasPurpose ? "" : "The certificate is not meant for brand indicators (key purpose 1.3.6.1.5.5.7.3.31 is missing).",
            certificate.Pictures.Count == 0 ? "The certificate holds no picture (extension 1.3.6.1.5.5.7.1.12)."
                : picture is { Digest.Length: > 0 } && !certificate.Pictures.Contains(picture.Digest) ? "The picture in the certificate is not the one that is served." : "",
            certificate.ChainProblem,
        ];
        return found.Where(text => text.Length > 0);
    }
}
