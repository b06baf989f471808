namespace BounceBoard.Core.Domains.Dkim;

/// <summary>What can be said of one key record.</summary>
public enum DkimFindingKind
{
    NotARecord,
    TooLong,
    PastedQuotes,
    EscapedSemicolon,
    BadTag,
    EmptyTag,
    RepeatedTag,
    BadVersion,
    VersionNotFirst,
    UnknownKeyType,
    NoKey,
    Revoked,
    BadKey,
    WrappedEd25519Key,
    BareRsaKey,
    BadExponent,
    BrokenKeyLength,
    ShortKey,
    LongKey,
    TestMode,
    StrictIdentity,
    Sha256Excluded,
    NotForMail,
    UnknownFlag,
    HistoricTag,
    UnknownTag,
}
