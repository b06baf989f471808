namespace BounceBoard.TestKit.Dns;

/// <summary>How the test server fails a name. Drop: it never answers. Truncate: only over UDP, so that the asker must come back over TCP.</summary>
public enum DnsFault { ServFail, Refused, Drop, Truncate }
