namespace BounceBoard.Architecture.Tests.Plan;

/// <summary>A project of the house: what it may lean on and which folders it has besides the slices.</summary>
/// <param name="Arrows">Floors it may use, in its project file and in its compiled references.</param>
/// <param name="Packages">Packages its project file names.</param>
/// <param name="Libraries">Assemblies outside the shared framework that its compiled code may use; null means the names of its packages.</param>
/// <param name="Rooms">First-level folders that are not slices.</param>
internal sealed record Floor(string Name, string[] Arrows, string[] Packages, string[]? Libraries, string[] Rooms);
