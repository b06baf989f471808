namespace BounceBoard.Core.Sources;

/// <summary>How evidence comes in: by hand in the browser, by the HTTP API, by the command line, from a watched folder, from a log that grows, posted by a mail service, or what servers said to controlled retries.</summary>
public enum SourceKind { Upload, Api, Cli, DropFolder, Webhook, LogFile, Retry }
