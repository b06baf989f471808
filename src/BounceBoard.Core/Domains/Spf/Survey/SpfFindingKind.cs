namespace BounceBoard.Core.Domains.Spf.Survey;

/// <summary>What can be said of a record without a message.</summary>
public enum SpfFindingKind
{
    NoRecord,
    MultipleRecords,
    AlmostARecord,
    SenderIdRecord,
    SyntaxError,
    TooManyLookups,
    ManyLookups,
    TooManyVoidLookups,
    VoidLookups,
    TooManyExchanges,
    IncludeWithoutRecord,
    RedirectWithoutRecord,
    Loop,
    Unanswered,
    PassAll,
    NeutralAll,
    NoAll,
    TermsAfterAll,
    RedirectWithAll,
    Ptr,
    UnknownModifier,
    RepeatedTerm,
    WideNetwork,
    PrivateNetwork,
    LongRecord,
    LargeAnswer,
    UnusableExplanation,
}
