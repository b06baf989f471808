using BounceBoard.Core.Domains.Dkim;

namespace BounceBoard.Operations.Domains.Signatures;

/// <summary>One signature of a mail.</summary>
/// <param name="IsAligned">Its domain stands for the author's, as the author's DMARC record asks (RFC 9989 §4.4.1); null when that is not known.</param>
public sealed record SignatureReport(DkimSignatureResult Result, bool? IsAligned);
