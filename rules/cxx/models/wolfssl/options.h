// C model of wolfSSL: nothing of the options matters here.
#pragma once
