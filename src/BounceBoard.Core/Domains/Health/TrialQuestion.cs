namespace BounceBoard.Core.Domains.Health;

/// <summary>
/// What a mail server was asked about senders and recipients. Those of <c>Outside</c> name a recipient of a reserved domain (RFC 2606) to a server that
/// has nothing to do with it: plainly; from a sender of the server's own domain; and in three old forms that hide it in an address of the server's own
/// domain (<c>user%outside@own</c>, <c>"user@outside"@own</c>) or behind a route (<c>@own:user@outside</c>, RFC 5321 Appendix C). Invented: a recipient
/// of the own domain that surely nobody has.
/// </summary>
public enum TrialQuestion { Verify, Expand, BounceSender, OwnSender, Postmaster, Abuse, Outside, OutsideFromOwn, OutsidePercent, OutsideQuoted, OutsideRoute, Invented }
