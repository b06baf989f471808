using BounceBoard.Operations.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace BounceBoard.Operations.Webhooks;

/// <summary>What belongs to one source.</summary>
internal sealed class WebhookSeal(IDataProtectionProvider keys) : RowSeal(keys, "BounceBoard.Webhooks");
