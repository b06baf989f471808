namespace BounceBoard.Mail.Reading.Dialects;

/// <summary>Where a mark of a dialect stands. The places are looked at in this order: what a program says of itself is surer than a sentence that others borrowed.</summary>
internal enum MarkPlace
{
    /// <summary>A header field that the writer adds: its name alone, or with the beginning of its value.</summary>
    Field,

    /// <summary>The end of the reporting host's name, or of the domain from which the report comes.</summary>
    Host,

    /// <summary>The beginning of the From header's display name or of its address.</summary>
    From,

    /// <summary>A sentence in the words for people.</summary>
    Words,

    /// <summary>A field in the delivery status part, alone or with the beginning of its value. Appliances build on known servers and keep their fields.</summary>
    StatusField,

    /// <summary>The beginning of the subject.</summary>
    Subject,

    /// <summary>A header field that a filter adds to all that passes it, so that the writer may be another: asked last.</summary>
    PassedBy,
}
