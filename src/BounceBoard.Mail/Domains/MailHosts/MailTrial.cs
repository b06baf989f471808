using BounceBoard.Core.Addresses;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>What a server is asked beside its greeting; DATA is never said, so no mail comes about whatever it answers.</summary>
/// <param name="Domain">Whose mail the server takes.</param>
/// <param name="AsksMailboxes">The null sender, <c>postmaster@</c>, <c>abuse@</c>, VRFY and EXPN.</param>
/// <param name="TriesRelay">Recipients outside, of a domain that RFC 2606 reserves.</param>
public sealed record MailTrial(DomainName Domain, bool AsksMailboxes, bool TriesRelay);
