namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>What can be said of one record.</summary>
public enum DmarcFindingKind
{
    NotARecord,
    RepeatedTag,
    BadTag,
    BadValue,
    UnusablePolicy,
    NoPolicy,
    PolicyNotSecond,
    HistoricTag,
    UnknownTag,
    BadReportAddress,
    ObsoleteSize,
    RepeatedReportAddress,
    RedundantFailureOptions,
    FailureOptionsWithoutAddress,
    EmptyTag,
}
