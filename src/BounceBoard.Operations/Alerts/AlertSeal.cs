using BounceBoard.Operations.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace BounceBoard.Operations.Alerts;

/// <summary>The secret of one destination.</summary>
internal sealed class AlertSeal(IDataProtectionProvider keys) : RowSeal(keys, "BounceBoard.Alerts");
