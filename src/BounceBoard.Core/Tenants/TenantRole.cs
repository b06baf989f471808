namespace BounceBoard.Core.Tenants;

/// <summary>What a person is in one tenant. Technician: a technician of the installation who is assigned to this tenant.</summary>
public enum TenantRole { Technician, Admin, Operator, Approver, Viewer }
