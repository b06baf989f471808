namespace BounceBoard.Core.Tenants;

/// <summary>What a person is for the whole installation. Owner sees every tenant; Technician sees those assigned; None only by tenant roles.</summary>
public enum InstallationRole { None, Technician, Owner }
