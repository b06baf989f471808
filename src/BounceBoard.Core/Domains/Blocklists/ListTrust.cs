namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>
/// Whether a list's answers can be believed. NotBelieved: it failed its own test points (RFC 5782 §5), so it lists everything or
/// nothing. QueryRefused: it does not serve the asking resolver. Unknown: its test points could not be asked.
/// </summary>
public enum ListTrust { Unknown, Believed, NotBelieved, QueryRefused }
