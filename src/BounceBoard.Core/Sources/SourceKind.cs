namespace BounceBoard.Core.Sources;

/// <summary>How evidence comes in: by hand in the browser, by the HTTP API, by the command line, or from a watched folder.</summary>
public enum SourceKind { Upload, Api, Cli, DropFolder }
