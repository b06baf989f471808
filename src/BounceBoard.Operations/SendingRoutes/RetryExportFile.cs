namespace BounceBoard.Operations.SendingRoutes;

/// <summary>A stage as a platform imports it.</summary>
/// <param name="Name">File name.</param>
/// <param name="Lines">Without line ends; the first names the columns.</param>
public sealed record RetryExportFile(string Name, IReadOnlyList<string> Lines);
