namespace BounceBoard.Mail.Unpacking;

/// <summary>What a file is, judged by its bytes and never by its name.</summary>
internal enum ContentForm { Empty, Zip, Gzip, Zstandard, OutlookMsg, Mbox, Mail, Log, Transcript, Json, Utf16, Text, Binary }
