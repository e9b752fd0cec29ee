// Model of Oat++: what a controller is written with. No guard: it is included again and again.
#define ENDPOINT(method, path, name, ...)                            \
  void name##_endpoint() { this->addEndpoint(method, path); }        \
  std::shared_ptr<oatpp::web::server::api::ApiController::OutgoingResponse> name()
#define ENDPOINT_ASYNC(method, path, name)                                        \
  void name##_endpoint() { this->addEndpoint(method, path); }                     \
  struct name
#define ENDPOINT_INFO(name) void name##_info()
#define ADD_CORS(name, ...)
