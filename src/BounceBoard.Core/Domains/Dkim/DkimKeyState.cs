namespace BounceBoard.Core.Domains.Dkim;

/// <summary>
/// Usable: signatures of mail can verify with it. Unusable: well formed, but every signature of mail fails with it (too short, for
/// another service, without SHA-256). Revoked: its owner withdrew it. Invalid: verifiers ignore the record.
/// </summary>
public enum DkimKeyState { Invalid, Revoked, Unusable, Usable }
